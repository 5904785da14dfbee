// The questions to measure with, and the buttons that begin and end a measurement.
let pressed = false;
element.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[data-action]') : null;
  if (!button) return;
  pressed = true;
  trigger('act', { action: button.dataset.action, questions: element.querySelector('select').value });
});

element.addEventListener('change', () => trigger('act', { action: 'choose', questions: element.querySelector('select').value }));

watch('value', () => {
  const choice = element.querySelector('select');
  if (choice) choice.value = choice.dataset.value;
  if (pressed) element.querySelector('button[data-action]')?.focus();
  pressed = false;
});
