import type { ReactNode } from 'react';
import { Hover } from '../../frame/Hover';
import { Later } from '../../frame/Later';
import type { Scene } from '../scene';
import { Formula, Lead } from './Aside';
import { code } from './code';
import { live } from './derive';
import { ChoiceContext, useNewChoice, useReading } from './focus';
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
  return (
    <Hover>
      <ChoiceContext value={useNewChoice()}>{children}</ChoiceContext>
    </Hover>
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
      <Later>
        <Kernels r={reading} />
      </Later>
      <Later>
        <div className="select-pair">
          <Gate r={reading} />
          <Twin r={reading} />
        </div>
      </Later>
    </div>
  );
}

export const scene: Scene = { Provider, Stage, Lead, Formula, Prose, live, code, tour };
