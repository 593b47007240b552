import { wordName } from '../../frame/wordName';
import { useApp } from '../../store/store';
import { useText } from '../../text';
import { tapsOf } from './equations';
import type { Numbers, Pair } from './numbers';
import { PairText } from './PairText';
import { words as sceneWords } from './words';

/** The four taps of one channel over the last four words: inputs, weights, products, and what they add up to. */
export function Taps({ numbers, channel }: { numbers: Numbers; channel: number }) {
  const words = sceneWords.use();
  const text = useText();
  const tokens = useApp((s) => s.yours.tokens);
  const { taps, bias, sum } = tapsOf(numbers, channel);
  const lines: { name: string; of(tap: (typeof taps)[number]): Pair }[] = [
    { name: words.taps.input, of: (tap) => tap.input },
    { name: words.taps.weight, of: (tap) => tap.weight },
    { name: words.taps.product, of: (tap) => tap.product },
  ];
  return (
    <table className="taps num">
      <caption>{words.taps.caption(words.channel(channel))}</caption>
      <thead>
        <tr>
          <th scope="col" className="tap-words">
            {words.taps.words}
          </th>
          {taps.map(({ back }) => {
            const token = tokens[numbers.token - back];
            return (
              <th key={back} scope="col" className={back === 0 ? 'now' : ''}>
                {token ? wordName(token.text, text) : words.taps.before}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, of }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {taps.map((tap) => (
              <td key={tap.back}>
                <PairText pair={of(tap)} digits={2} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.taps.total}</th>
          <td colSpan={taps.length}>
            {words.taps.bias} <PairText pair={bias} digits={2} /> = <span className="sy-x">c</span>{' '}
            <PairText pair={sum} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
