# docker build -t referral-directory . && docker run -p 5080:8080 -v referral-data:/data referral-directory
# gives a seeded, browsable directory on http://localhost:5080. Seed=none starts an empty one.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src

# Restore first: this layer stays while only the code changes.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/ReferralDirectory.Matching/ReferralDirectory.Matching.csproj src/ReferralDirectory.Matching/
COPY src/ReferralDirectory/ReferralDirectory.csproj src/ReferralDirectory/
RUN dotnet restore src/ReferralDirectory -p:PublishReadyToRun=true --use-current-runtime

COPY seed-data seed-data
COPY src src
RUN dotnet publish src/ReferralDirectory --no-restore --configuration Release --use-current-runtime --self-contained false \
    -p:PublishReadyToRun=true --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .

# The image's unprivileged user owns the data directory.
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
VOLUME /data
ENV ReferralDirectory__DataDirectory=/data \
    ASPNETCORE_URLS=http://+:8080 \
    Seed=demo
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "ReferralDirectory.dll"]
