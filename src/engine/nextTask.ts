/**
 * Resolves in a task of its own, so that messages (a cancel among them) are heard between two pieces of work
 * even where no device is awaited. Not setTimeout: browsers make a chain of those wait 4 ms each.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const done = (): void => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', done, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
