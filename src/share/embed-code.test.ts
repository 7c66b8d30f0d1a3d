import { expect, it } from 'vitest';
import { embedCode } from './embed-code.js';

it('the code of an embedded example holds its texts, which cannot end it', () => {
  const code = embedCode(
    { texts: { process: 'a < b;\n</code><script>', data: '5 min\n' }, bench: 'imaging', seed: 7 },
    'https://lab.example/p/?x=1',
  );
  expect(code).toBe(`<script src="https://lab.example/p/embed/v1/process-playground.js" defer></script>

<process-playground bench="imaging" seed="7">
  <pre><code>a &lt; b;
&lt;/code&gt;&lt;script&gt;</code></pre>
  <pre data-file="data"><code>5 min</code></pre>
</process-playground>
`);
});
