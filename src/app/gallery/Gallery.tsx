import { HoverProvider } from '../../viz/hover/HoverProvider';
import { hoverWords } from '../strings.instruments.en';
import type { GalleryData } from './data';
import { Lanes } from './Lanes';
import { Code, Controls, Formulas } from './Parts';

export function Gallery({ data }: { data: GalleryData }) {
  return (
    <HoverProvider words={hoverWords}>
      <main>
        <h1 className="hidden">Instruments</h1>
        <Lanes data={data} />
        <Formulas data={data} />
        <Code />
        <Controls />
      </main>
    </HoverProvider>
  );
}
