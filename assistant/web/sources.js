// The source panel. Citations stand in the conversation, outside of this component, so the document is listened to.
const closest = (event, selector) => event.target instanceof Element ? event.target.closest(selector) : null;
let opener = null;

const follow = (event) => {
  if (!element.isConnected) {
    document.removeEventListener('click', follow);
    return;
  }
  const citation = closest(event, 'button[name="citation"]');
  if (citation) {
    opener = citation;
    trigger('cite', { citation: citation.value });
  }
};
document.addEventListener('click', follow);

element.addEventListener('click', (event) => {
  const button = closest(event, 'button[data-action]');
  if (button?.dataset.action === 'turn') trigger('turn', { page: button.dataset.page });
  if (button?.dataset.action === 'shut') trigger('shut', {});
});

element.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') trigger('shut', {});
});

// The page scrolls inside the panel, so that the conversation stays where it is.
let shown = '';
watch('value', () => {
  const page = element.querySelector('.page');
  const before = shown;
  shown = element.querySelector('article')?.dataset.shown ?? '';
  if (shown === before) return; // the same page in another language
  if (page === null) {
    opener?.focus({ preventScroll: true });
    return;
  }
  const mark = page.querySelector('mark');
  const above = mark ? mark.getBoundingClientRect().top - page.getBoundingClientRect().top - page.clientHeight / 3 : 0;
  page.scrollTop = mark ? page.scrollTop + above : 0;
  element.querySelector('h3').focus({ preventScroll: true });
});
