import { useMemo, useState, type ReactNode } from 'react';
import { HoverProvider } from '../../../viz/hover/HoverProvider';
import { hoverWords } from '../../strings.instruments.en';
import type { Scene } from '../scene';
import { Formula, Lead } from './Aside';
import { code } from './code';
import { live } from './derive';
import { ChoiceContext, useReading, type Choice, type ChoiceState } from './focus';
import { Gate } from './Gate';
import { Kernels } from './Kernels';
import { Lanes } from './Lanes';
import { Next } from './Next';
import Prose from './prose.en.mdx';
import './select.css';
import './keep.css';
import './below.css';
import { tour } from './tour';
import { Twin } from './Twin';

function Provider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState<Choice>({ order: 'halfLife', all: false, relative: false });
  const value = useMemo<ChoiceState>(
    () => ({ ...choice, set: (change) => setChoice((old) => ({ ...old, ...change })) }),
    [choice],
  );
  return (
    <HoverProvider words={hoverWords}>
      <ChoiceContext value={value}>{children}</ChoiceContext>
    </HoverProvider>
  );
}

/** Δ under the words, what it keeps and lets go; then why no convolution can do that. */
function Stage() {
  const reading = useReading();
  if (!reading) return null;
  return (
    <div className="select">
      <Lanes r={reading} />
      <Next />
      <Kernels r={reading} />
      <div className="select-pair">
        <Gate r={reading} />
        <Twin r={reading} />
      </div>
    </div>
  );
}

export const scene: Scene = { Provider, Stage, Lead, Formula, Prose, live, code, tour };
