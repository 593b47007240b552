import { useMemo } from 'react';
import { useApp } from '../../store/store';
import { blockView, placeOf } from './derive';
import { numbersOf } from './numbers';
import { useBlock } from './focus';
import { tensorsOf } from './tensors';

/** The numbers at the cursor; null while the layer is being read. Without the moment there is no state among them. */
export function useNumbers(withMoment = true) {
  const model = useApp((s) => s.model);
  const cursor = useApp((s) => s.cursor);
  const trace = useApp((s) => s.trace);
  const moment = useApp((s) => (withMoment ? s.moment : null));
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
  const still = useNumbers(false);
  const tensors = useMemo(() => still && tensorsOf(still), [still]);
  return useMemo(
    () => numbers && still && tensors && blockView(numbers, still, tensors),
    [numbers, still, tensors],
  );
}

/** The chosen channel, and what goes with it. */
export function usePlace() {
  const model = useApp((s) => s.model);
  const channel = useApp((s) => s.cursor.channel);
  const state = useApp((s) => s.cursor.state);
  const { dimension } = useBlock();
  return useMemo(
    () => placeOf({ model, cursor: { channel, state } }, dimension),
    [model, channel, state, dimension],
  );
}
