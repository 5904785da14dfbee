// Judging answers. The buttons stand in the conversation, outside of this component, so the document is listened to.
const closest = (event, selector) => event.target instanceof Element ? event.target.closest(selector) : null;
let opener = null;

const follow = (event) => {
  if (!element.isConnected) {
    document.removeEventListener('click', follow);
    return;
  }
  const verdict = closest(event, 'button[name="verdict"]');
  if (verdict) {
    opener = verdict;
    trigger('judge', { answer: verdict.value });
  }
};
document.addEventListener('click', follow);

element.addEventListener('submit', (event) => {
  event.preventDefault();
  trigger('say', { remark: element.querySelector('textarea').value });
});

const shut = () => {
  trigger('shut', {});
  opener?.focus({ preventScroll: true });
};
element.addEventListener('click', (event) => {
  if (closest(event, 'button[data-action="shut"]')) shut();
  if (closest(event, 'button[data-action="withdraw"]')) {
    trigger('withdraw', {});
    opener?.focus({ preventScroll: true });
  }
});
element.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') shut();
});

// What was chosen is marked, also when the conversation is drawn anew.
const mark = () => {
  const given = (element.querySelector('[data-given]')?.dataset.given ?? '').split(' ');
  for (const verdict of document.querySelectorAll('#conversation button[name="verdict"]')) {
    verdict.setAttribute('aria-pressed', String(given.includes(verdict.value)));
  }
};
watch('value', () => {
  mark();
  const remark = element.querySelector('textarea');
  if (element.querySelector('.open')) opener?.scrollIntoView({ block: 'nearest' }); // the bar takes room from the answer
  if (remark === null) return;
  remark.value = remark.dataset.value ?? '';
  remark.focus({ preventScroll: true });
});
const drawn = new MutationObserver(() => element.isConnected ? mark() : drawn.disconnect());
drawn.observe(document.body, { childList: true, subtree: true });
