/** The stand-alone script: docs/embedding.md. */
import { ProcessPlayground } from './ProcessPlayground.js';

// A page may load it twice.
if (!customElements.get('process-playground')) customElements.define('process-playground', ProcessPlayground);
