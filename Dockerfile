# The API and the command `edupolicy`; docker-compose.yml puts it beside a Neo4j.
ARG PYTHON=3.11-slim-bookworm

FROM python:${PYTHON} AS build
# A mirror of the package index, where one is nearer: docker compose build --build-arg PIP_INDEX_URL=…
ARG PIP_INDEX_URL
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/edupolicy
COPY requirements-serve.lock /src/
RUN /opt/edupolicy/bin/pip install --require-hashes --no-deps -r /src/requirements-serve.lock
COPY pyproject.toml README.md LICENSE /src/
COPY ontology/ /src/ontology/
COPY ingest/ /src/ingest/
COPY graph/ /src/graph/
COPY queries/ /src/queries/
COPY api/ /src/api/
RUN /opt/edupolicy/bin/pip install --no-deps --no-build-isolation /src

FROM python:${PYTHON}
# A new volume takes its owner from this folder, so the user may write there.
RUN useradd --uid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin edupolicy \
    && install --directory --owner=edupolicy --group=edupolicy /data
COPY --from=build /opt/edupolicy /opt/edupolicy
ENV PATH=/opt/edupolicy/bin:$PATH EDUPOLICY_DATA=/data PYTHONUNBUFFERED=1
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
# http.client and no urllib: it asks no proxy for an address of this machine.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import http.client, sys; api = http.client.HTTPConnection('127.0.0.1', 8000, timeout=8); api.request('GET', '/readyz'); sys.exit(api.getresponse().status != 200)"]
ENTRYPOINT ["edupolicy"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
