// Once, when the page has loaded.
() => {
  // Clicks join the server's queue one after another: sent at the same time they may arrive in another order. The pause
  // is for Gradio to show an answer: what it hears of a click before it knows of that click, it would show ahead of it.
  const send = window.fetch;
  const pause = () => new Promise((resume) => setTimeout(resume, 40));
  let joined = Promise.resolve();
  window.fetch = (input, init) => {
    if (!String(input.url ?? input).includes('/queue/join')) return send(input, init);
    const joining = joined.then(() => send(input, init));
    joined = joining.then(pause, () => {});
    return joining;
  };

  const rowsOf = (log) => [...(log?.querySelectorAll('.message-row') ?? [])];
  let settled = 0;

  // Gradio labels every message for screen readers with its markup; the message itself reads better. The conversation
  // gets its name from the header, which is in the language of the page.
  const label = (log) => {
    for (const message of log?.querySelectorAll('[data-testid][aria-label]') ?? []) message.removeAttribute('aria-label');
    log?.removeAttribute('aria-label');
    log?.setAttribute('aria-labelledby', 'conversation-name');
  };

  // A new question goes to the top and stays there while its answer grows, so that reading can begin at the beginning.
  const follow = (log) => {
    const rows = rowsOf(log);
    if (rows.length > settled) {
      const added = rows.slice(settled);
      const first = added.find((row) => row.matches('.user-row')) ?? added[0];
      log.scrollTop += first.getBoundingClientRect().top - log.getBoundingClientRect().top - 12;
      if (!rows.at(-1).querySelector('.notes, .notice')) return;
    }
    settled = rows.length;
  };

  const tend = () => {
    const log = document.querySelector('#conversation [role="log"]');
    label(log);
    follow(log);
  };
  new MutationObserver(tend).observe(document.body, { attributeFilter: ['aria-label'], childList: true, subtree: true });
  tend();
}
