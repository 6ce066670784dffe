// Makes pictures small enough to be sent by a telephone, before districtkpi.ui.recording's upload
// sends them: what only some programs open (HEIC, WebP) and what is large becomes a JPEG that shows
// all that can be read on it. What cannot be opened here is not sent, and said to the server.
window.districtKpiPictures = (() => {
  /** A larger JPEG is made smaller. */
  const LARGE_BYTES = 2 * 1024 * 1024;
  /** The longer side, in pixels: a page of A4 at 200 dots an inch. */
  const MAX_SIDE = 2400;
  const QUALITY = 0.85;
  const TAKEN = /\.(jpe?g|png)$/i;
  const PICTURE = /\.(jpe?g|png|heic|heif|webp)$/i;

  function isToConvert(file, mostBytes) {
    if (!PICTURE.test(file.name) && !/^image\/(jpeg|png|heic|heif|webp)$/.test(file.type)) {
      return false;
    }
    if (/\.png$/i.test(file.name)) {
      // Sharp drawings and texts stay as they are as long as they can be sent.
      return file.size > mostBytes;
    }
    return !TAKEN.test(file.name) || file.size > LARGE_BYTES;
  }

  async function asJpeg(file) {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, MAX_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = canvas.getContext('2d');
    // What is transparent would be black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const jpeg = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    const name = file.name.replace(/\.[^.]*$/, '') + '.jpg';
    return new File([jpeg], name, { type: 'image/jpeg', lastModified: file.lastModified });
  }

  /** The file to send; nothing if it cannot be opened here. */
  async function sendable(file, mostBytes) {
    if (!isToConvert(file, mostBytes)) {
      return file;
    }
    try {
      const jpeg = await asJpeg(file);
      return TAKEN.test(file.name) && jpeg.size >= file.size ? file : jpeg;
    } catch {
      // What can be sent as it is goes on to be checked like any file.
      return TAKEN.test(file.name) ? file : undefined;
    }
  }

  return {
    /** Lets an upload send no picture as it is that can be made smaller. */
    async prepare(upload) {
      // Its code may still be on the way, and its field for files comes with it.
      await customElements.whenDefined(upload.localName);
      await upload.updateComplete;
      let passing = false;
      upload.shadowRoot.addEventListener(
        'change',
        async event => {
          const input = event.target;
          if (passing || input.type !== 'file') {
            return;
          }
          event.stopImmediatePropagation();
          const chosen = [...input.files];
          upload.dispatchEvent(
            new CustomEvent('pictures-begin', { detail: { names: chosen.map(file => file.name) } })
          );
          const files = new DataTransfer();
          for (const file of chosen) {
            const sent = await sendable(file, upload.maxFileSize);
            if (sent) {
              files.items.add(sent);
            } else {
              upload.dispatchEvent(
                new CustomEvent('picture-unreadable', { detail: { name: file.name } })
              );
            }
          }
          input.files = files.files;
          passing = true;
          input.dispatchEvent(new Event('change'));
          passing = false;
          upload.dispatchEvent(new CustomEvent('pictures-end'));
        },
        true
      );
      // What was sent stands among the evidence, or with the reason why it does not.
      upload.addEventListener('upload-success', event => {
        const sent = event.detail.file;
        queueMicrotask(() => {
          upload.files = upload.files.filter(file => file !== sent);
        });
      });
    },
  };
})();
