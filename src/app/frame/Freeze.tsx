import { Sym } from '../../viz/Sym';
import { useActions, useApp } from '../store/store';
import { useText } from '../text';
import { activeScope, FREEZABLE, type Freezable, toggled } from './turn';

const SYMBOL: Record<Freezable, 'Delta' | 'B' | 'C'> = { delta: 'Delta', B: 'B', C: 'C' };

/** Δ, B and C held at their means over the prompt: with all three the model no longer selects. */
export function Freeze() {
  const words = useText().turn;
  const kind = useApp((s) => s.model.kind);
  const intervention = useApp((s) => s.intervention);
  const cursorLayer = useApp((s) => s.cursor.layer);
  const actions = useActions();
  if (kind === 'S4D') return <p className="freeze cap">{words.nothingToFreeze}</p>;
  const frozen = intervention.freeze ?? [];
  const layer = activeScope(intervention, cursorLayer);
  return (
    <fieldset className="freeze">
      <legend>{words.freeze}</legend>
      {FREEZABLE.map((part) => (
        <button
          key={part}
          type="button"
          className="toggle"
          aria-pressed={frozen.includes(part)}
          aria-label={words.freezeOf(words.letters[part])}
          title={words.freezeOf(words.letters[part])}
          onClick={() => actions.setIntervention({ freeze: toggled(frozen, part), layer })}
        >
          <Sym name={SYMBOL[part]} />
        </button>
      ))}
    </fieldset>
  );
}
