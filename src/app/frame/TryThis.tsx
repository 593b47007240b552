import { use, useEffect } from 'react';
import type { TourStep } from '../scenes/scene';
import { AppContext, useActions, useApp } from '../store/store';
import { useLanguage, useText } from '../text';
import { Rich } from './Rich';

interface TryThisProps {
  /** The scene's id: what is done in it stays ticked for the visit. */
  scene: string;
  steps: readonly TourStep[];
}

/** Two or three things to do, ticked when the reader has really done them. */
export function TryThis({ scene, steps }: TryThisProps) {
  const text = useText();
  const language = useLanguage();
  const app = use(AppContext);
  const actions = useActions();
  const tokens = useApp((s) => s.yours.tokens);
  const ticks = useApp((s) => s.ticks);
  useEffect(
    () =>
      app?.store.subscribe((next, last) => {
        for (const step of steps) {
          const key = `${scene}/${step.id}`;
          if (!next.ticks.has(key) && step.done(last, next)) actions.tick(key);
        }
      }),
    [app, actions, scene, steps],
  );
  return (
    <section className="try" aria-label={text.tryThis.heading}>
      <h2>{text.tryThis.heading}</h2>
      <ul>
        {steps.map((step) => {
          const ticked = ticks.has(`${scene}/${step.id}`);
          return (
            <li key={step.id} className={ticked ? 'done' : ''}>
              <span className="hidden">{ticked ? text.tryThis.done : text.tryThis.todo}: </span>
              <span>
                <Rich text={step.text(tokens, language)} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
