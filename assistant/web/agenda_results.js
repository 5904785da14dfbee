// The actions: their buttons say what to do, and a click anywhere in a row opens its action.
const closest = (event, selector) => event.target instanceof Element ? event.target.closest(selector) : null;

element.addEventListener('click', (event) => {
  const button = closest(event, 'button[data-action]');
  if (button) trigger('act', { ...button.dataset });
  else if (closest(event, '[data-row]') && !getSelection().toString()) closest(event, '[data-row]').querySelector('button').click();
});

element.addEventListener('change', (event) => {
  const choice = closest(event, '.choice');
  if (!choice) return;
  const [before, after] = choice.querySelectorAll('select');
  trigger('act', { action: 'compare', old: before.value, new: after.value });
});

// The row of the action in the panel is marked.
const mark = () => {
  const id = document.querySelector('#action article')?.dataset.actionId;
  for (const row of element.querySelectorAll('[data-row]')) row.toggleAttribute('data-current', row.dataset.row === id);
};
watch('value', () => {
  for (const choice of element.querySelectorAll('.choice select')) choice.value = choice.dataset.value ?? '';
  mark();
});
document.addEventListener('actionshown', mark);
