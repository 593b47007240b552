import { count } from '../../../viz/format';
import { kernelsOf } from './kernels';
import { letterOf, neverMade, symbolOf } from './derive';
import { bytesOf, numbersOf, TENSORS } from './sizes';
import { symbolClass } from '../../../viz/Sym';
import { useMemoryView } from './view';
import { words as sceneWords } from './words';
import { bytesText } from './write';

/** About the tensor that is pointed at: axes, numbers, bytes, who writes it and who reads it; else how to ask. */
export function Told() {
  const words = sceneWords.use();
  const { pointed, way, pass, sizes } = useMemoryView();
  const symbol = pointed && symbolOf(pointed);
  if (!pointed || !symbol)
    return (
      <p id="memory-told" className="told-line">
        {words.told.how}
      </p>
    );
  const kernels = kernelsOf(way, pass);
  const by = (which: 'reads' | 'writes'): string =>
    kernels
      .filter((kernel) => kernel[which].includes(pointed))
      .map(({ id }) => words.kernels[id])
      .join(' and ');
  const [writers, readers] = [by('writes'), by('reads')];
  const axes = TENSORS[pointed].axes.split('').join(', ');
  return (
    <p id="memory-told" className="told-line num">
      <b className={`sym ${symbolClass(symbol)}`}>{letterOf(pointed)}</b>{' '}
      {words.told.size(axes, count(numbersOf(pointed, sizes)), bytesText(bytesOf(pointed, sizes)))}{' '}
      {neverMade(way, pass).has(pointed)
        ? words.told.never
        : [writers && words.told.written(writers), readers && words.told.read(readers)]
            .filter(Boolean)
            .join('; ')}
    </p>
  );
}
