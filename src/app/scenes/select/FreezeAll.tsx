import type { Intervention } from '../../../engine/types';
import { useActions, useApp } from '../../store/store';

const ALL: NonNullable<Intervention['freeze']> = ['delta', 'B', 'C'];

/** Holds Δ, B and C at their means, in one layer or in all; pressed again, lets them change. */
export function FreezeAll({
  layer,
  freeze,
  letGo,
}: {
  layer: Intervention['layer'];
  freeze: string;
  letGo: string;
}) {
  const actions = useActions();
  const now = useApp((s) => s.intervention);
  const frozen =
    ALL.every((part) => now.freeze?.includes(part)) && (now.layer === 'all' || now.layer === layer);
  return (
    <button
      type="button"
      className="plain"
      onClick={() =>
        actions.setIntervention(frozen ? { freeze: undefined } : { freeze: ALL, layer })
      }
    >
      {frozen ? letGo : freeze}
    </button>
  );
}
