import {useEffect, useRef} from 'preact/hooks';

/** A picture or a PDF over the page; closing it gives the focus back to where it came from. */
export function Preview({file, t, close}) {
  const dialog = useRef();
  useEffect(() => {
    const from = document.activeElement;
    dialog.current?.showModal();
    return () => from?.focus?.();
  }, []);
  const picture = (file.mediaType ?? '').startsWith('image/');
  const url = file.previewUrl ?? file.url;
  return (
    <dialog
      ref={dialog}
      class="ta-preview"
      aria-label={file.name}
      onClose={close}
      onClick={event => event.target === dialog.current && dialog.current.close()}
    >
      <div class="ta-preview-body">
        <header class="ta-row ta-spread">
          <strong class="ta-ellipsis">{file.name}</strong>
          <span class="ta-row">
            <a href={file.url} target="_blank" rel="noopener">
              {t('openNewTab')}
            </a>
            <button type="button" class="ta-button" onClick={() => dialog.current.close()}>
              {t('close')}
            </button>
          </span>
        </header>
        {picture ? (
          <div class="ta-preview-picture">
            <img src={url} alt={file.name} />
          </div>
        ) : (
          <iframe src={url} title={file.name} />
        )}
      </div>
    </dialog>
  );
}
