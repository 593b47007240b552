import { Sym } from '../../../viz/Sym';
import { Tex } from '../../../viz/Tex';

/** For a reader who has never met a state-space model. */
export function Concept() {
  return (
    <div className="prose">
      <p>
        The model reads one word at a time and never looks back. All it keeps of the text is its
        state, <Sym name="h" />: a fixed set of numbers, the same size after ten words as after a
        million. You see every one of them, as a strip for each layer.
      </p>
      <p>
        At each word every number does two things: it fades a little, and it takes in a little of
        the new word. How much of each is decided by the step size <Sym name="Delta" />. A tiny{' '}
        <Sym name="Delta" /> keeps what was there and lets the word pass; a large one lets go of the
        past and writes the word down. The model computes <Sym name="Delta" /> from the word itself:
        that is what “selective” means.
      </p>
      <p>
        <Sym name="A" /> sets how fast a number fades at a given step. Turn it up, and the model
        forgets: first what it must hold for long.
      </p>
    </div>
  );
}

const D = '\\htmlClass{sy-delta}{\\Delta}';
const A = '\\htmlClass{sy-A}{A}';
const B = '\\htmlClass{sy-B}{B}';
const C = '\\htmlClass{sy-C}{C}';
const x = '\\htmlClass{sy-x}{x}';
const h = '\\htmlClass{sy-h}{h}';
const y = '\\htmlClass{sy-y}{y}';

/** The recurrence that the figure shows, as the code computes it. */
export function Maths() {
  return (
    <div className="prose maths">
      <p>For each channel of each layer, with a state of N numbers, at each token t:</p>
      <Tex
        block
        tex={`\\begin{aligned}
        ${D}_t &= \\operatorname{softplus}(W_{${D}}\\,${x}_t + b), \\qquad
        \\htmlClass{sy-A}{\\bar A}_t = e^{${D}_t ${A}}, \\qquad
        \\htmlClass{sy-B}{\\bar B}_t = ${D}_t ${B}_t \\\\[4pt]
        ${h}_t &= \\htmlClass{sy-A}{\\bar A}_t\\,${h}_{t-1} + \\htmlClass{sy-B}{\\bar B}_t\\,${x}_t
        \\\\[4pt]
        ${y}_t &= ${C}_t\\,${h}_t + D\\,${x}_t
        \\end{aligned}`}
      />
      <p>
        <Sym name="A" /> is negative, so that <Tex tex={`\\htmlClass{sy-A}{\\bar A}`} /> lies
        between 0 and 1: the state fades. The bias b is inside the softplus.
      </p>
      <p>
        The papers give <Tex tex={`\\htmlClass{sy-B}{\\bar B}`} /> by zero-order hold,{' '}
        <Tex tex={`(${D}${A})^{-1}(e^{${D}${A}} - 1)\\,${D}${B}`} />. Real Mamba code, and this
        page, uses the simpler <Tex tex={`${D}${B}`} />: zero-order hold for <Sym name="A" />, Euler
        for <Sym name="B" />.
      </p>
      <p className="cap">
        Gu and Dao, Mamba: Linear-Time Sequence Modeling with Selective State Spaces, §2–3, arXiv
        2312.00752.
      </p>
    </div>
  );
}
