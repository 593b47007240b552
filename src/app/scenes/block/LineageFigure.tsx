import { useSize } from '../../../viz/useSize';
import { Figure } from '../../frame/Figure';
import { layLineage, LINEAGE_HEIGHT, LINEAGE_MARGIN } from './lineage';
import { words as sceneWords } from './words';

/** Where the block comes from: H3 and the gated MLP, merged. Parts that become one stand at one height. */
export function LineageFigure() {
  const words = sceneWords.use().lineage;
  const [box, { width }] = useSize<HTMLDivElement>();
  const { blocks, boxes, lines, kins, joins } = layLineage(width);
  return (
    <Figure title={words.heading} className="lineage">
      <div ref={box}>
        <svg width={width} height={LINEAGE_HEIGHT} role="img" aria-label={words.label}>
          {kins.map(({ x1, y1, x2, y2 }) => (
            <line className="kin" key={`${x1} ${y1}`} {...{ x1, y1, x2, y2 }} />
          ))}
          {lines.map(({ x1, y1, x2, y2 }) => (
            <line key={`${x1} ${y1} ${x2} ${y2}`} {...{ x1, y1, x2, y2 }} />
          ))}
          {boxes.map(({ x, y, width: w, height, text }) => (
            <g key={`${x} ${y}`} className={text === 'conv' || text === 'ssm' ? 'time' : undefined}>
              <rect {...{ x, y, height }} width={w} rx={2} />
              <text x={x + w / 2} y={y + height / 2 + 4}>
                {words[text]}
              </text>
            </g>
          ))}
          {joins.map(({ x, y }) => (
            <g key={`${x} ${y}`} className="join">
              <circle cx={x} cy={y} r={9} />
              <text x={x} y={y + 4.5}>
                ×
              </text>
            </g>
          ))}
          {blocks.map(({ x, name }) => (
            <text key={name} className="block-name" x={x} y={LINEAGE_MARGIN}>
              {words[name]}
            </text>
          ))}
        </svg>
      </div>
      <p className="cap lineage-source">
        {words.kin} <a href="https://arxiv.org/abs/2312.00752">{words.source}</a>
      </p>
    </Figure>
  );
}
