// The search of the register: every change sends all of it.
const send = () => trigger('filter', Object.fromEntries(new FormData(element.querySelector('form'))));
let waiting = 0;

element.addEventListener('change', (event) => {
  if (event.target.name !== 'words') send();
});

element.addEventListener('input', (event) => {
  if (event.target.name !== 'words') return;
  clearTimeout(waiting);
  waiting = setTimeout(send, 200); // a person is typing
});

element.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  send();
});

element.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-action="clear"]')) trigger('clear', {});
});

// A browser keeps what a person chose, whatever new markup says; the server knows what is meant.
watch('value', () => {
  for (const control of element.querySelectorAll('select, input')) control.value = control.dataset.value ?? '';
});
