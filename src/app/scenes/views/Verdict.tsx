import { Rich } from '../../frame/Rich';
import { useTapeLayout } from '../../frame/useTape';
import { useApp } from '../../store/store';
import { isFixed, largest, TOLERANCE } from './derive';
import { share, tiny } from './format';
import type { Place } from './view';
import { words as sceneWords } from './words';

/** Whether the three ways give the model’s own y, over all words of the block; and whether one kernel would do. */
export function Verdict({ place }: { place: Place }) {
  const words = sceneWords.use().verdict;
  const kind = useApp((s) => s.device?.kind ?? 'cpu');
  const { geometry: g } = useTapeLayout();
  const { ch, conv, agreement } = place;
  const allowed = TOLERANCE[kind] * Math.max(1, largest(ch.y));
  const most = tiny(agreement.most);
  return (
    <p className="views-verdict num" style={{ marginInline: `${g.x0}px ${g.width - g.right}px` }}>
      <Rich text={agreement.most <= allowed ? words.same(most, ch.L) : words.apart(most, ch.L)} />{' '}
      <Rich text={isFixed(conv) ? words.fits : words.misses(share(conv.error))} />
    </p>
  );
}
