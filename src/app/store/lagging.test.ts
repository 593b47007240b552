import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { laggingStore } from './lagging';

const page = () => {
  const source = createStore(() => ({ token: 0, scrubbing: false }));
  const lagging = laggingStore(source, (s) => s.scrubbing);
  const seen: number[] = [];
  lagging.store.subscribe((s) => seen.push(s.token));
  return { source, lagging, seen, stop: lagging.start() };
};

describe('a store that lags behind another', () => {
  it('follows every change while it is not patient', () => {
    const { source, seen } = page();
    source.setState({ token: 1, scrubbing: true });
    source.setState({ token: 2 });
    expect(seen).toEqual([1, 2]);
  });

  it('stands still while it is patient and the change may wait, then shows the last one alone', () => {
    const { source, lagging, seen } = page();
    lagging.setPatient(true);
    source.setState({ token: 1, scrubbing: true });
    source.setState({ token: 2 });
    expect(seen).toEqual([]);
    expect(lagging.store.getState().token).toBe(0);
    source.setState({ scrubbing: false });
    expect(seen).toEqual([2]);
  });

  it('shows at once what cannot wait', () => {
    const { source, lagging, seen } = page();
    lagging.setPatient(true);
    source.setState({ token: 7 });
    expect(seen).toEqual([7]);
  });

  it('catches up when its patience ends', () => {
    const { source, lagging, seen } = page();
    lagging.setPatient(true);
    source.setState({ token: 3, scrubbing: true });
    lagging.setPatient(false);
    expect(seen).toEqual([3]);
  });

  it('writes to the source, and hears nothing more of it once it is stopped', () => {
    const { source, lagging, seen, stop } = page();
    lagging.store.setState({ token: 4 });
    expect(source.getState().token).toBe(4);
    stop();
    source.setState({ token: 5 });
    expect(seen).toEqual([4]);
  });
});
