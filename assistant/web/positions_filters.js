// What is compared: ticking sends all of the form; searching among the parties stays in the browser.
const closest = (event, selector) => event.target instanceof Element ? event.target.closest(selector) : null;
const ticked = (name) => [...element.querySelectorAll(`input[name="${name}"]:checked`)].map((box) => box.value).join(' ');
const send = () => {
  const form = element.querySelector('form');
  const { kind, since, until } = form.elements;
  trigger('filter', {
    parties: ticked('parties'), themes: ticked('themes'), kind: kind.value, since: since.value, until: until.value,
  });
};
const count = () => {
  for (const picker of element.querySelectorAll('.picker')) {
    picker.querySelector('.ticked').textContent = picker.querySelectorAll('input:checked').length;
  }
};

element.addEventListener('change', (event) => {
  if (closest(event, '.finder')) return;
  count();
  send();
});

element.addEventListener('input', (event) => {
  if (!closest(event, '.finder')) return;
  const wanted = event.target.value.trim().toLowerCase();
  for (const group of event.target.parentElement.querySelectorAll('fieldset')) {
    const labels = [...group.querySelectorAll('.tick')];
    for (const label of labels) label.hidden = !label.dataset.forms.includes(wanted);
    group.hidden = labels.every((label) => label.hidden);
  }
});

element.addEventListener('submit', (event) => event.preventDefault());

element.addEventListener('click', (event) => {
  if (closest(event, '[data-action="clear"]')) trigger('clear', {});
});

// One list is open at a time; a click elsewhere and Escape close it.
const close = (except) => {
  for (const picker of element.querySelectorAll('.picker[open]')) if (picker !== except) picker.open = false;
};
const outside = (event) => {
  if (element.isConnected) close(closest(event, '.picker'));
  else document.removeEventListener('click', outside);
};
document.addEventListener('click', outside);
element.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const summary = closest(event, '.picker[open]')?.querySelector('summary');
  close();
  summary?.focus();
});

// A browser keeps what a person chose, whatever new markup says; the server knows what is meant.
watch('value', () => {
  for (const box of element.querySelectorAll('.tick input')) box.checked = box.dataset.ticked === 'true';
  for (const control of element.querySelectorAll('select')) control.value = control.dataset.value ?? '';
  count();
});
