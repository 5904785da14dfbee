// Differences and agreements: their buttons say what to do.
element.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[data-action]') : null;
  if (button) trigger('act', { ...button.dataset });
});
