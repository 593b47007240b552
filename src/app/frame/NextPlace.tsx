import { toWord } from '../../viz/tape/words';
import { useApp } from '../store/store';
import { useText } from '../text';
import { useTapeLayout } from './useTape';

/** The place where the next word will stand — or, further back in the text, the word that came. */
export function NextPlace() {
  const text = useText().tape;
  const { geometry: g, atEnd } = useTapeLayout();
  const came = useApp((s) => s.yours.tokens[s.cursor.token + 1]);
  const ended = useApp((s) => s.yours.ended);
  if (g.narrow && !atEnd) return null;
  const left = g.result?.x ?? g.x1 + 6;
  if (atEnd)
    return (
      <div
        className={`next-place ${ended ? 'ended' : 'open'}`}
        style={{ left, width: g.placeWidth }}
      >
        <span className="hidden">{ended ? text.ended : text.nextLabel}</span>
        <span aria-hidden="true">{ended ? '∎' : text.next}</span>
      </div>
    );
  return (
    <div className="next-place came" style={{ left }}>
      <small>{text.cameLabel}</small> <span>{came ? toWord(came.text).text : ''}</span>
    </div>
  );
}
