import { useEffect, useState } from 'react';

/** True if the browser gives a graphics adapter, false if it has none to give; null until it has answered. */
export function useHasGpu(): boolean | null {
  const [has, setHas] = useState<boolean | null>(null);
  useEffect(() => {
    let current = true;
    const answer = (adapter: GPUAdapter | null): void => {
      if (current) setHas(adapter !== null);
    };
    // Older browsers have no navigator.gpu at all.
    const { gpu } = navigator as Partial<Navigator>;
    (gpu?.requestAdapter() ?? Promise.resolve(null)).then(answer, () => answer(null));
    return () => {
      current = false;
    };
  }, []);
  return has;
}
