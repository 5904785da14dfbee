// Once, when the page has loaded. Gradio labels every message for screen readers with its markup; the message itself
// reads better. The conversation gets its name from the header, which is in the language of the page.
() => {
  const tidy = () => {
    for (const message of document.querySelectorAll('#conversation [data-testid][aria-label]')) {
      message.removeAttribute('aria-label');
    }
    const log = document.querySelector('#conversation [role="log"]');
    log?.removeAttribute('aria-label');
    log?.setAttribute('aria-labelledby', 'conversation-name');
  };
  const settings = { attributeFilter: ['aria-label'], childList: true, subtree: true };
  new MutationObserver(tidy).observe(document.body, settings);
  tidy();
}
