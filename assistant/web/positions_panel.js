// The statements of a cell, a theme or a pair: their buttons say what to do.
const closest = (event, selector) => event.target instanceof Element ? event.target.closest(selector) : null;
let opener = null;
let place = 0;

// The button that opened the panel stands outside of this component.
document.addEventListener('click', (event) => {
  opener = closest(event, ':is(#positions-matrix, #positions-contrasts) button[data-action]') ?? opener;
});

element.addEventListener('click', (event) => {
  const button = closest(event, 'button[data-action]');
  if (!button) return;
  place = element.querySelector('.statements')?.scrollTop ?? 0;
  trigger('act', { ...button.dataset });
});

element.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') trigger('act', { action: 'shut' });
});

// A page scrolls inside its frame to the words that are meant.
const reveal = () => {
  for (const page of element.querySelectorAll('.page')) {
    const mark = page.querySelector('mark');
    const above = mark ? mark.getBoundingClientRect().top - page.getBoundingClientRect().top - page.clientHeight / 3 : 0;
    page.scrollTop = mark ? page.scrollTop + above : 0;
  }
};

// What was clicked stays in sight above the panel.
const uncover = (article) => {
  const cell = document.querySelector('#positions-matrix button[data-current]');
  const hidden = cell ? cell.getBoundingClientRect().bottom + 8 - article.getBoundingClientRect().top : 0;
  if (hidden > 0) window.scrollBy(0, hidden);
};

let before = {};
watch('value', () => {
  const article = element.querySelector('article');
  const shown = { ...article?.dataset };
  document.dispatchEvent(new Event('statementsshown'));
  const another = shown.key !== before.key;
  const statements = element.querySelector('.statements');
  if (statements && !another) statements.scrollTop = place;
  if (!another && shown.shown === before.shown) return; // more of the same, or the same in another language
  before = shown;
  if (!article) {
    opener?.focus({ preventScroll: true });
    return;
  }
  reveal();
  if (another) {
    element.querySelector('h3')?.focus({ preventScroll: true });
    article.scrollIntoView({ block: 'nearest' });
    uncover(article);
  } else {
    element.querySelector('.beside > .source')?.scrollIntoView({ block: 'nearest' }); // on a telephone it is far below
    element.querySelector('.current button')?.focus({ preventScroll: true });
  }
});
