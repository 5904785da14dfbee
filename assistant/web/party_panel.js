// The panel of a party: its buttons say what to do; a page opens under what it is the source of.
const closest = (event, selector) => event.target instanceof Element ? event.target.closest(selector) : null;
let opener = null;
let place = 0;
let clicked = '';

// The button that opened the panel stands in the register, outside of this component.
document.addEventListener('click', (event) => {
  opener = closest(event, '#parties-list button[data-action="open"]') ?? opener;
});

element.addEventListener('click', (event) => {
  const button = closest(event, 'button[data-action]');
  if (!button) return;
  if (button.dataset.action === 'compare') {
    trigger('compare', { party: button.closest('article').dataset.party });
    return;
  }
  place = element.querySelector('article').scrollTop;
  clicked = button.dataset.key ?? '';
  trigger('act', { ...button.dataset });
});

element.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') trigger('act', { action: 'shut' });
});

const reveal = () => {
  const page = element.querySelector('.source .page');
  if (!page) return;
  const mark = page.querySelector('mark');
  const above = mark ? mark.getBoundingClientRect().top - page.getBoundingClientRect().top - page.clientHeight / 3 : 0;
  page.scrollTop = mark ? page.scrollTop + above : 0;
  page.closest('.source').scrollIntoView({ block: 'nearest' });
};

let shown = {};
watch('value', () => {
  const before = shown;
  const article = element.querySelector('article');
  shown = { ...article?.dataset };
  document.dispatchEvent(new Event('partyshown'));
  if (!article) {
    opener?.focus({ preventScroll: true });
    return;
  }
  if (shown.party !== before.party) {
    article.scrollTop = 0;
    element.querySelector('h3')?.focus({ preventScroll: true });
    return;
  }
  article.scrollTop = place;
  if (shown.source === before.source) return; // the same in another language
  const button = [...element.querySelectorAll('button[data-key]')].find((each) => each.dataset.key === clicked);
  button?.focus({ preventScroll: true });
  reveal();
});
