import type { FormulaPart } from '../../../viz/formula/formula';
import { FormulaGrid } from '../../../viz/formula/FormulaGrid';
import { Rich } from '../../frame/Rich';
import { useApp } from '../../store/store';
import { usePlace, useWordAt } from './view';
import { words as sceneWords } from './words';

/** What to take away: with one kernel, or with many. */
export function Lead() {
  const words = sceneWords.use();
  const kind = useApp((s) => s.model.kind);
  return <Rich text={kind === 'S4D' ? words.leadFixed : words.leadSelective} />;
}

/** y at the cursor as the convolution has it. */
export function Formula() {
  const words = sceneWords.use();
  const wordAt = useWordAt();
  const place = usePlace();
  if (!place) return null;
  const { ch, row, token, conv } = place;
  const skip = ch.D * ch.x[row];
  const before = conv.before[row];
  const parts: FormulaPart[] = [
    { tex: 'y_t', symbol: 'y', value: conv.own[row], digits: 3, say: words.say.y },
    { op: '=' },
    {
      tex: '\\sum \\bar K x',
      value: conv.own[row] - skip - before,
      digits: 3,
      say: words.say.sum,
    },
    { op: '+' },
    { tex: 'D\\,x_t', symbol: 'x', value: skip, digits: 3, say: words.say.D },
  ];
  // A state from before the block of words that is looked at.
  if (ch.from > 0) {
    parts.push({ op: '+' }, { tex: '\\dots', value: before, digits: 3, say: words.say.before });
  }
  return (
    <FormulaGrid
      place={
        <>
          {words.at} <b>{wordAt(token)}</b>, {words.placeIn(ch.layer, ch.channel)}
        </>
      }
      parts={parts}
      rows={words.rows}
    />
  );
}
