# The built product and its run-time packages, run by a user without rights.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build
# Again without the tools: what stays is what runs.
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data ATTRIBUTION_KEY_FILE=/keys/attribution.pem
WORKDIR /app
COPY --from=build /app ./
# The key lies beside the data, not in it, so that a backup of one does not carry the other.
RUN install -d -o node -g node -m 0700 /data /keys
VOLUME ["/data", "/keys"]
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/server/dist/main.js"]
