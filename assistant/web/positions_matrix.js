// The matrix: a grid that one walks through with the arrow keys, with one place in the order of the Tab key.
const closest = (event, selector) => event.target instanceof Element ? event.target.closest(selector) : null;
const buttons = () => [...element.querySelectorAll('.matrix td button')];

element.addEventListener('click', (event) => {
  const button = closest(event, 'button[data-action]');
  if (button) trigger('act', { ...button.dataset });
});

const land = (button) => {
  for (const each of buttons()) each.tabIndex = each === button ? 0 : -1;
};

element.addEventListener('focusin', (event) => {
  const button = closest(event, '.matrix td button');
  if (button) land(button);
});

element.addEventListener('keydown', (event) => {
  const cell = closest(event, '.matrix td');
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  if (!cell || !(event.key in steps)) return;
  event.preventDefault();
  const [down, right] = steps[event.key];
  const row = cell.parentElement;
  const next = row.parentElement.rows[row.sectionRowIndex + down]?.cells[cell.cellIndex + right];
  next?.querySelector('button')?.focus();
});

// The cell of what the panel shows is marked, and stays in view above the panel.
const mark = () => {
  const { theme, party } = document.querySelector('#statements article')?.dataset ?? {};
  for (const button of buttons()) {
    const current = button.dataset.theme === theme && button.dataset.party === party;
    button.toggleAttribute('data-current', current);
  }
};
watch('value', () => {
  const [first] = buttons();
  if (first) land(first);
  mark();
});
document.addEventListener('statementsshown', mark);
