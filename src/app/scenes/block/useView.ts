import { useMemo } from 'react';
import { useApp } from '../../store/store';
import { blockView, placeOf } from './derive';
import { numbersOf } from './numbers';
import { useBlock } from './focus';

/** The numbers at the cursor; null while the layer is being read. */
export function useNumbers() {
  const model = useApp((s) => s.model);
  const cursor = useApp((s) => s.cursor);
  const trace = useApp((s) => s.trace);
  const moment = useApp((s) => s.moment);
  const yours = useApp((s) => s.yours);
  const shownIntervention = useApp((s) => s.shownIntervention);
  return useMemo(
    () => numbersOf({ model, cursor, trace, moment, yours, shownIntervention }),
    [model, cursor, trace, moment, yours, shownIntervention],
  );
}

/** All parts with their tensors. */
export function useBlockView() {
  const numbers = useNumbers();
  return useMemo(() => numbers && blockView(numbers), [numbers]);
}

/** The chosen channel, and what goes with it. */
export function usePlace() {
  const model = useApp((s) => s.model);
  const cursor = useApp((s) => s.cursor);
  const { dimension } = useBlock();
  return useMemo(() => placeOf({ model, cursor }, dimension), [model, cursor, dimension]);
}
