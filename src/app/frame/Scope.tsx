import type { Intervention } from '../../engine/types';
import { useActions, useApp } from '../store/store';
import { useText } from '../text';
import { activeScope, scopeChoices } from './turn';

function useScope() {
  const words = useText().turn;
  const intervention = useApp((s) => s.intervention);
  const cursorLayer = useApp((s) => s.cursor.layer);
  return {
    label: words.scope,
    choices: scopeChoices(intervention, cursorLayer),
    chosen: activeScope(intervention, cursorLayer),
    name: (layer: Intervention['layer']) => (layer === 'all' ? words.inAll : words.inLayer(layer)),
  };
}

/** Where the sliders act, as buttons side by side. */
export function ScopeChoice() {
  const { label, choices, chosen, name } = useScope();
  const actions = useActions();
  return (
    <fieldset className="scope">
      <legend className="hidden">{label}</legend>
      {choices.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name="scope"
            checked={choice === chosen}
            onChange={() => actions.setIntervention({ layer: choice })}
          />
          <span>{name(choice)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The same as a list that opens, where there is no room. */
export function ScopeList() {
  const { label, choices, chosen, name } = useScope();
  const actions = useActions();
  return (
    <select
      className="scope-list"
      aria-label={label}
      value={String(chosen)}
      onChange={(e) => {
        const { value } = e.target;
        actions.setIntervention({ layer: value === 'all' ? 'all' : Number(value) });
      }}
    >
      {choices.map((choice) => (
        <option key={choice} value={String(choice)}>
          {name(choice)}
        </option>
      ))}
    </select>
  );
}
