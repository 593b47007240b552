/** Every style sheet of the page, in order: tokens, then what uses them. */
import '@fontsource-variable/inter/opsz.css';
import 'katex/dist/katex.min.css';
import './tokens.css';
import './base.css';
import './controls.css';
import './bar.css';
import './frame.css';
import './tape.css';
import './scene.css';
import './figure.css';
import './state.css';
import './instruments.css';
import './side.css';
import './drawer.css';
import './narrow.css';
import './phone.css';
