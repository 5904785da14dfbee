// The register: a click anywhere in a row opens its party.
const closest = (event, selector) => event.target instanceof Element ? event.target.closest(selector) : null;

element.addEventListener('click', (event) => {
  const button = closest(event, 'button[data-action]');
  if (button) trigger('act', { ...button.dataset });
  else if (closest(event, '[data-row]') && !getSelection().toString()) closest(event, '[data-row]').querySelector('button').click();
});

// The row of the party in the panel is marked.
const mark = () => {
  const id = document.querySelector('#party article')?.dataset.party;
  for (const row of element.querySelectorAll('[data-row]')) row.toggleAttribute('data-current', row.dataset.row === id);
};
watch('value', mark);
document.addEventListener('partyshown', mark);
