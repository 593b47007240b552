import { useEffect, useState } from 'react';
import type { Computed, ComputeRequest } from '../../engine/host/compute';
import { useActions, useApp } from './store';

/** What a computation has come to. `value` is of the text, model and intervention on the page, or null. */
export interface Computing {
  value: Computed | null;
  /** True while it is at work. */
  pending: boolean;
  /** Why there is no value, in words for a report; null if nothing is wrong. */
  problem: string | null;
}

const NOTHING: Computing = { value: null, pending: false, problem: null };
const PENDING: Computing = { ...NOTHING, pending: true };

/**
 * Asks the engine to work something out of the text on the tape (`{ kind: 'impliedMatrix', … }`, `{ kind: 'surprise',
 * … }`: engine/host/compute.ts), again whenever the request, the text, the model or an intervention changes; the last
 * wish wins, and what is known already comes at once. `null` asks for nothing. Nothing happens before the model is there.
 */
export function useCompute(request: ComputeRequest | null): Computing {
  const actions = useActions();
  const ready = useApp((s) => s.phase.name === 'ready');
  const text = useApp((s) => `${s.run} ${s.yours.tokens.length}`);
  const wish = request && ready ? JSON.stringify(request) : null;
  const [known, setKnown] = useState<{ key: string; state: Computing } | null>(null);
  const key = `${wish} ${text}`;
  useEffect(() => {
    if (wish === null) return;
    let current = true;
    void actions.compute(JSON.parse(wish) as ComputeRequest).then((result) => {
      if (!current) return;
      if (result.ok) setKnown({ key, state: { ...NOTHING, value: result.value } });
      else if (result.problem.kind !== 'cancelled')
        setKnown({ key, state: { ...NOTHING, problem: JSON.stringify(result.problem) } });
      else setKnown({ key, state: NOTHING });
    });
    return () => {
      current = false;
    };
  }, [actions, wish, key]);
  if (wish === null) return NOTHING;
  return known?.key === key ? known.state : PENDING;
}
