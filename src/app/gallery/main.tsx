/** For developers only: the shared instruments on real numbers. Not part of the build. */
import { createRoot } from 'react-dom/client';
import '../styles/styles';
import { galleryData } from './data';
import { Gallery } from './Gallery';

const root = document.getElementById('root');
if (!root) throw new Error('gallery.html has no #root.');
const theme = new URLSearchParams(location.search).get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;
const data = await galleryData();
createRoot(root).render(<Gallery data={data} />);
