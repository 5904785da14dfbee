// The actions: their buttons say what to do, and a click anywhere in a row opens its action.
const closest = (event, selector) => event.target instanceof Element ? event.target.closest(selector) : null;

element.addEventListener('click', (event) => {
  const button = closest(event, 'button[data-action]');
  if (button) trigger('act', { ...button.dataset });
  else if (closest(event, '[data-row]') && !getSelection().toString()) closest(event, '[data-row]').querySelector('button').click();
});

const inBase64 = (blob) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result.split(',')[1] ?? '');
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(blob);
});

// A file of corrections goes along as it is; a larger one than is taken, as far as that shows.
element.addEventListener('change', async (event) => {
  const picker = closest(event, 'input[data-action="import"]');
  const file = picker?.files[0];
  if (!file) return;
  const content = await inBase64(file.slice(0, Number(picker.dataset.most))).catch(() => '-');
  picker.value = '';
  trigger('act', { action: 'import', name: file.name, content });
});

element.addEventListener('change', (event) => {
  const choice = closest(event, '.choice');
  if (!choice) return;
  const [old, anew] = [...choice.querySelectorAll('select')].map((select) => select.value);
  trigger('act', { action: 'compare', old, new: anew });
});

// The row of the action in the panel is marked.
const mark = () => {
  const id = document.querySelector('#action article')?.dataset.actionId;
  for (const row of element.querySelectorAll('[data-row]')) row.toggleAttribute('data-current', row.dataset.row === id);
};
// A browser keeps what a person chose, whatever new markup says; the server knows what is meant.
watch('value', () => {
  for (const select of element.querySelectorAll('.choice select')) select.value = select.dataset.value ?? '';
  mark();
});
document.addEventListener('actionshown', mark);
