/**
 * Resolves in a task of its own, so that messages (a cancel among them) are heard between two pieces of work
 * even where no device is awaited. Not setTimeout: browsers make a chain of those wait 4 ms each.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
