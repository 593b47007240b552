import { Fragment, lazy, Suspense, useCallback, useState } from 'react';
import { useSize } from '../viz/useSize';
import { Announcer } from './frame/Announcer';
import { Drawer } from './frame/Drawer';
import { Index } from './frame/Index';
import { KeysDialog } from './frame/KeysDialog';
import { Message } from './frame/Message';
import { useIsBench } from './frame/place';
import { SamplingButton, SamplingControl } from './frame/SamplingControl';
import { Side } from './frame/Side';
import { Skip } from './frame/Skip';
import { Stage } from './frame/Stage';
import { TapeRow } from './frame/TapeRow';
import { useTheme } from './frame/theme';
import { TopBar } from './frame/TopBar';
import { Transport } from './frame/Transport';
import { TurnIt } from './frame/TurnIt';
import { useGoTo } from './frame/useGoTo';
import { useKeys } from './frame/useKeys';
import { useNarrow } from './frame/useNarrow';
import { useScrubbing } from './frame/useScrubbing';
import { TapeProvider } from './frame/useTape';
import { metaOf, useLoadedScene } from './scenes/loading';
import { useApp } from './store/store';

/** Fetched when it is first opened. */
const BenchPage = lazy(() => import('./bench/BenchPage'));

/** The page: the scenes, or the benchmark. */
export function App() {
  useTheme(useApp((s) => s.theme));
  if (!useIsBench()) return <ScenePage />;
  return (
    <Suspense>
      <BenchPage />
    </Suspense>
  );
}

/** One frame, and in it the scene that the reader has chosen. */
function ScenePage() {
  const id = useApp((s) => s.scene);
  const scene = useLoadedScene(id);
  const meta = metaOf(id);
  const goTo = useGoTo();
  const [keysOpen, setKeysOpen] = useState(false);
  const [tapeBox, tapeSize] = useSize<HTMLDivElement>();
  const narrow = useNarrow();
  const playing = useApp((s) => s.playing);
  useKeys(
    useCallback(() => setKeysOpen(true), []),
    goTo,
  );
  useScrubbing();
  const Provider = scene?.Provider ?? Fragment;
  return (
    <TapeProvider width={tapeSize.width}>
      <div className={playing ? 'app playing' : 'app'}>
        <Skip />
        <TopBar onKeys={() => setKeysOpen(true)} />
        {!narrow && <Transport />}
        <TapeRow box={tapeBox} />
        <SamplingControl />
        <Index current={id} onChoose={goTo} />
        <Provider key={id}>
          <main id="figure" className="stage" tabIndex={-1}>
            {scene && tapeSize.width > 0 && <Stage scene={scene} meta={meta} />}
          </main>
          {scene && <Side scene={scene} meta={meta} />}
        </Provider>
        {scene && <Drawer scene={scene} meta={meta} />}
        {narrow && (
          <div className="thumb">
            {meta.turns ? (
              <TurnIt beside={<Thumb />} />
            ) : (
              <div className="beside">
                <Thumb />
              </div>
            )}
          </div>
        )}
      </div>
      <Message />
      <Announcer />
      <KeysDialog open={keysOpen} onOpenChange={setKeysOpen} />
    </TapeProvider>
  );
}

/** What stands under the thumb beside the sliders. */
function Thumb() {
  return (
    <>
      <Transport />
      <SamplingButton />
    </>
  );
}
