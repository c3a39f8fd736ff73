# Imprimatur's web server. Build: docker build -t imprimatur .

FROM python:3.12-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/venv
COPY requirements.txt /tmp/requirements.txt
RUN /opt/venv/bin/pip install --require-hashes -r /tmp/requirements.txt

FROM python:3.12-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 DATA_DIR=/data
RUN groupadd --system --gid 10001 imprimatur \
    && useradd --system --uid 10001 --gid imprimatur --home-dir /nonexistent --shell /usr/sbin/nologin imprimatur \
    && install -d -o imprimatur -g imprimatur /data
COPY --from=build /opt/venv /opt/venv
WORKDIR /srv/imprimatur
COPY manage.py ./
COPY cms cms
COPY site_app site_app
COPY templates templates
COPY static static
USER 10001:10001
VOLUME /data
EXPOSE 8000
# Asked by the first allowed name, as a proxy would; /healthz is the one address that answers without HTTPS.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(r.Request('http://127.0.0.1:8000/healthz', headers={'Host': os.environ['ALLOWED_HOSTS'].split(',')[0].strip().lstrip('.')}), timeout=4)"]
# Style sheets are collected at the start, because /data may be a volume older than the image.
CMD ["sh", "-c", "python manage.py migrate --noinput && python manage.py collectstatic --noinput --verbosity 0 && exec gunicorn site_app.wsgi --bind 0.0.0.0:8000 --workers ${WEB_WORKERS:-2} --threads 8 --no-control-socket --worker-tmp-dir /dev/shm"]
