import { count } from '../../../viz/format';
import type { ModelInfo } from '../../../engine/types';
import { Figure } from '../../frame/Figure';
import { useTapeLayout } from '../../frame/useTape';
import { useApp } from '../../store/store';
import { words as sceneWords } from './words';

/** Published sizes: d_state of modules/mamba_simple.py and modules/mamba2.py, github.com/state-spaces/mamba. */
export const PUBLISHED = {
  mamba: { dState: 16 },
  mamba2: { dState: 128, headDim: 64, nGroups: 1 },
};

/** How decays, B, C and states are shared: in the loaded model, and in the published ones. */
export function Heads() {
  const words = sceneWords.use().heads;
  const model = useApp((s) => s.model);
  const { geometry: g } = useTapeLayout();
  const here = ofModel(model, words);
  const rows: [name: string, here: string, mamba: string, mamba2: string][] = [
    [words.decays, here.decays, words.perChannelState, words.perHeadOf(PUBLISHED.mamba2.headDim)],
    [words.shared, here.shared, words.all, words.groups],
    [
      words.N,
      String(model.dState),
      String(PUBLISHED.mamba.dState),
      String(PUBLISHED.mamba2.dState),
    ],
    [
      words.numbers,
      `${count(model.dInner)} × ${model.dState} = ${count(model.dInner * model.dState)}`,
      `E × ${PUBLISHED.mamba.dState}`,
      `E × ${PUBLISHED.mamba2.dState}`,
    ],
  ];
  return (
    <Figure title={words.heading} className="du-heads">
      <div className="du-scroll" style={{ marginLeft: g.x0 }}>
        <table className="du-table num">
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.here(model.kind)}</th>
              <th scope="col">{words.published(words.mamba)}</th>
              <th scope="col">{words.published(words.mamba2)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, k) => (
                  // Two models may say the same.
                  // oxlint-disable-next-line react/no-array-index-key
                  <td key={k}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="du-note" style={{ marginLeft: g.x0 }}>
        {words.note}
      </p>
    </Figure>
  );
}

type Words = ReturnType<typeof sceneWords.use>['heads'];

function ofModel({ kind, heads, dInner, dState }: ModelInfo, words: Words) {
  if (heads)
    return {
      decays: words.perHead(heads.nHeads, heads.headDim),
      shared: words.heads(heads.nHeads, heads.nGroups),
    };
  const E = count(dInner);
  if (kind === 'S4D') return { decays: words.fixed(E, dState), shared: words.none };
  return { decays: words.perState(E, dState), shared: words.all };
}
