import type { ReactNode } from 'react';
import { FactorSlider } from '../../viz/slider/FactorSlider';
import { isTurned } from '../store/state';
import { useActions, useApp } from '../store/store';
import { useText } from '../text';
import { Freeze } from './Freeze';
import { ScopeChoice, ScopeList } from './Scope';
import { activeScope } from './turn';

interface TurnItProps {
  /** Under the thumb: no heading, the place as a list, and this beside it. */
  beside?: ReactNode;
}

/** The reader's hands on the model: Δ and A, and what is frozen, in one layer or in all. */
export function TurnIt({ beside }: TurnItProps) {
  const words = useText().turn;
  const intervention = useApp((s) => s.intervention);
  const cursorLayer = useApp((s) => s.cursor.layer);
  const actions = useActions();
  const layer = activeScope(intervention, cursorLayer);
  const reset = isTurned(intervention) && (
    <button type="button" className="plain" onClick={() => actions.resetIntervention()}>
      {words.reset}
    </button>
  );
  return (
    <section className="turn-it" aria-label={words.heading}>
      <div className={beside ? 'hidden' : 'title'}>
        <h2>{words.heading}</h2>
        {!beside && reset}
      </div>
      <FactorSlider
        symbol="Delta"
        label={words.factor('Δ')}
        ends={words.ends.delta}
        value={intervention.deltaScale}
        onChange={(deltaScale) => actions.setIntervention({ deltaScale, layer })}
      />
      <FactorSlider
        symbol="A"
        label={words.factor('A')}
        ends={words.ends.A}
        value={intervention.aScale}
        onChange={(aScale) => actions.setIntervention({ aScale, layer })}
      />
      <Freeze />
      {beside ? (
        <div className="beside">
          {beside}
          <ScopeList />
          {reset}
        </div>
      ) : (
        <ScopeChoice />
      )}
    </section>
  );
}
