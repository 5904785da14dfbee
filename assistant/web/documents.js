// The list of documents: its buttons say what to do with which document.
element.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[data-action]') : null;
  if (button) trigger('act', { action: button.dataset.action, document: button.dataset.document });
});

// Whoever is asked to confirm can answer with the keyboard at once.
watch('value', () => element.querySelector('[data-action="confirm"]')?.focus());
