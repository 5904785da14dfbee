// The panel of an action: its buttons and forms say what to do.
const closest = (event, selector) => event.target instanceof Element ? event.target.closest(selector) : null;
const unfolded = new Set();
let opener = null;

// The button that opened the panel stands among the actions, outside of this component.
document.addEventListener('click', (event) => {
  opener = closest(event, '#agenda-results button[data-action="open"]') ?? opener;
});

element.addEventListener('click', (event) => {
  const button = closest(event, 'button[data-action]');
  if (button) trigger('act', { ...button.dataset });
});

element.addEventListener('submit', (event) => {
  event.preventDefault();
  trigger('send', { action: event.target.dataset.form, ...Object.fromEntries(new FormData(event.target)) });
});

element.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !closest(event, 'form')) trigger('act', { action: 'shut' });
});

element.addEventListener('toggle', (event) => {
  if (!event.target.matches('details.form')) return;
  const name = event.target.querySelector('form').dataset.form;
  if (event.target.open) unfolded.add(name);
  else unfolded.delete(name);
}, true);

// A page scrolls inside its frame to the words that are meant.
const reveal = () => {
  for (const page of element.querySelectorAll('.page')) {
    const mark = page.querySelector('mark');
    const above = mark ? mark.getBoundingClientRect().top - page.getBoundingClientRect().top - page.clientHeight / 3 : 0;
    page.scrollTop = mark ? page.scrollTop + above : 0;
  }
};

let shown = {};
watch('value', () => {
  const before = shown;
  const article = element.querySelector('article');
  shown = { ...article?.dataset };
  document.dispatchEvent(new Event('actionshown'));
  if (!article) {
    unfolded.clear();
    opener?.focus({ preventScroll: true });
    return;
  }
  const another = shown.actionId !== before.actionId;
  if (another) unfolded.clear();
  for (const form of element.querySelectorAll('details.form')) {
    if (unfolded.has(form.querySelector('form').dataset.form)) form.open = true;
  }
  if (shown.settled !== before.settled) {
    for (const control of element.querySelectorAll('form [name]')) control.value = control.dataset.value ?? '';
    element.querySelector('.result')?.scrollIntoView({ block: 'nearest' });
  }
  if (!another && shown.mention === before.mention) return;
  reveal();
  if (another) {
    article.scrollTop = 0;
    element.querySelector('h3')?.focus({ preventScroll: true });
  } else {
    article.scrollTop = element.querySelector('.source').offsetTop;
  }
});
