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

// Answers to two quick choices may come in either order: until one shows the last choice, it is asked for again.
let chosen = null;
const compare = () => trigger('act', { action: 'compare', old: chosen[0], new: chosen[1] });
element.addEventListener('change', (event) => {
  const choice = closest(event, '.choice');
  if (!choice) return;
  chosen = [...choice.querySelectorAll('select')].map((select) => select.value);
  compare();
});

// The row of the action in the panel is marked.
const mark = () => {
  const id = document.querySelector('#action article')?.dataset.actionId;
  for (const row of element.querySelectorAll('[data-row]')) row.toggleAttribute('data-current', row.dataset.row === id);
};
watch('value', () => {
  const selects = [...element.querySelectorAll('.choice select')];
  const isOld = chosen && selects.length && selects.some((select, place) => (select.dataset.value ?? '') !== chosen[place]);
  selects.forEach((select, place) => { select.value = isOld ? chosen[place] : select.dataset.value ?? ''; });
  if (isOld) compare();
  else chosen = null;
  mark();
});
document.addEventListener('actionshown', mark);
