import { use, useEffect, useState } from 'react';
import type { TourStep } from '../scenes/scene';
import { AppContext, useApp } from '../store/store';
import { useText } from '../text';
import { Rich } from './Rich';

/** Two or three things to do, ticked when the reader has really done them. */
export function TryThis({ steps }: { steps: readonly TourStep[] }) {
  const text = useText();
  const app = use(AppContext);
  const tokens = useApp((s) => s.yours.tokens);
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  useEffect(
    () =>
      app?.store.subscribe((next, last) => {
        const fresh = steps.filter((s) => s.done(last, next)).map((s) => s.id);
        if (fresh.length) setDone((old) => new Set([...old, ...fresh]));
      }),
    [app, steps],
  );
  return (
    <section className="try" aria-label={text.tryThis.heading}>
      <h2>{text.tryThis.heading}</h2>
      <ul>
        {steps.map((step) => {
          const ticked = done.has(step.id);
          return (
            <li key={step.id} className={ticked ? 'done' : ''}>
              <span className="hidden">{ticked ? text.tryThis.done : text.tryThis.todo}: </span>
              <span>
                <Rich text={step.text(text, tokens)} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
