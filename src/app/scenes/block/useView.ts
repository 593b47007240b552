import { useMemo } from 'react';
import { useApp } from '../../store/store';
import { blockView, placeOf } from './derive';
import { useBlock } from './focus';

/** What the block holds at the cursor; null while the layer is being read. */
export function useBlockView() {
  const model = useApp((s) => s.model);
  const cursor = useApp((s) => s.cursor);
  const trace = useApp((s) => s.trace);
  const moment = useApp((s) => s.moment);
  const yours = useApp((s) => s.yours);
  const shownIntervention = useApp((s) => s.shownIntervention);
  return useMemo(
    () => blockView({ model, cursor, trace, moment, yours, shownIntervention }),
    [model, cursor, trace, moment, yours, shownIntervention],
  );
}

/** The chosen channel, and what goes with it. */
export function usePlace() {
  const model = useApp((s) => s.model);
  const cursor = useApp((s) => s.cursor);
  const { dimension } = useBlock();
  return useMemo(() => placeOf({ model, cursor }, dimension), [model, cursor, dimension]);
}
