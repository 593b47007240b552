import { isTerm, type FormulaPart } from '../../../viz/formula/formula';
import { FormulaGrid } from '../../../viz/formula/FormulaGrid';
import { Rich } from '../../frame/Rich';
import { wordName } from '../../frame/wordName';
import { useApp } from '../../store/store';
import { useText } from '../../text';
import { equationOf } from './equations';
import { useNumbers, usePlace } from './useView';
import { words as sceneWords } from './words';

/** What to take away. */
export function Lead() {
  const words = sceneWords.use();
  const taps = useApp((s) => s.model.dConv);
  return <Rich text={words.lead(taps)} />;
}

/** Two decimals, for the column is narrow; Δ and Ā are never negative and have room for three. */
const short = (part: FormulaPart): FormulaPart =>
  isTerm(part) && part.symbol !== 'Delta' && part.symbol !== 'A' ? { ...part, digits: 2 } : part;

/** The state's own step, for the chosen channel: the one that goes on from word to word. */
export function Formula() {
  const words = sceneWords.use();
  const text = useText();
  const n = useNumbers();
  const place = usePlace();
  const tokens = useApp((s) => s.yours.tokens);
  if (!n) return null;
  return (
    <div className="block-formula">
      {(['h', 'y'] as const).map((tensor) => {
        const equation = equationOf(n, tensor, place.channel, place.state, words.equation);
        if (!equation) return null;
        const where = tensor === 'h' ? words.channelState(place.channel, place.state) : null;
        return (
          <FormulaGrid
            key={tensor}
            place={
              where && (
                <>
                  {words.place.at} <b>{wordName(tokens[n.token]?.text ?? '', text)}</b>,{' '}
                  {words.place.layer(n.layer)}, {where}
                </>
              )
            }
            parts={[equation.left, { op: '=' }, ...equation.right].map(short)}
            rows={words.rows}
          />
        );
      })}
    </div>
  );
}
