/** Runs in the page: the cursor steps back, one token a frame. Ms from each key until it is painted, and long frames. */
export async function scrub(steps) {
  const times = [];
  let long = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) if (duration > 50) long++;
  });
  observer.observe({ type: 'long-animation-frame' });
  const painted = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener(
        'message',
        () => {
          port1.close();
          resolve(performance.now());
        },
        { once: true },
      );
      port1.start();
      // A message that is sent in a frame is delivered after that frame has been painted.
      port2.postMessage(null);
    });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let i = 0; i < steps; i++) {
    await frame();
    const start = performance.now();
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, cancelable: true }),
    );
    times.push((await painted()) - start);
  }
  observer.disconnect();
  return { times, long };
}
