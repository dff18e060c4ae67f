// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/Json.h"
#include "models/recorder/RecorderService.h"
#include "models/run/ValueMember.h"
#include "tests/recorder/HttpClient.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <gmock/gmock.h>
#include <thread>

namespace runglass::test
{

/// A recorder at work on a port of its own.
class ServerTest : public testing::Test
{
protected:
    void TearDown() override { stop(); }

    RecorderSettings settings() const
    {
        RecorderSettings settings;
        settings.storeFile = m_directory.path() / "runs.db";
        settings.port = 0;
        return settings;
    }

    void start(const ServerLimits& limits = {})
    {
        RecorderSettings wanted = settings();
        wanted.limits = limits;
        auto service = RecorderService::start(wanted, m_clock);
        ASSERT_TRUE(service.ok()) << describe(service.error());
        m_service = std::move(service).value();
        m_thread = std::thread([this] { m_service->run(); });
    }

    void stop()
    {
        if (m_service)
            m_service->stop();
        if (m_thread.joinable())
            m_thread.join();
        m_service.reset();
    }

    std::uint16_t port() const
    {
        const std::string& url = m_service->url();
        return static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
    }

    std::string host() const { return "127.0.0.1:" + std::to_string(port()); }

    HttpAnswer ask(std::string_view method, std::string_view path, std::string_view body = {},
                   std::string_view header = {}) const
    {
        return HttpClient(port()).ask(requestText(method, path, body, header, host()));
    }

    const std::unique_ptr<RecorderService>& service() const { return m_service; }

private:
    TemporaryDirectory m_directory;
    SystemClock m_clock;
    std::unique_ptr<RecorderService> m_service;
    std::thread m_thread;
};

/// The one that files are sent to.
class UploadServerTest : public ServerTest
{
protected:
    /// The address for a file of a new run, as the SDK is given it.
    std::string uploadUrl(const std::string& name) const
    {
        ask("POST", "/graphql",
            R"({"query":"mutation { upsertBucket(input: {name: \"r1\", modelName: \"p\"}) { inserted } }"})");
        const HttpAnswer answer =
            ask("POST", "/graphql",
                R"({"query":"mutation { createRunFiles(input: {projectName: \"p\", runName: \"r1\", files: [\")" +
                    name + R"(\"]}) { files { name uploadUrl } } }"})");
        const Value reply = *parseJson(answer.body);
        const Value* files = findPath(reply, {"data", "createRunFiles", "files"});
        if (!files || files->array().empty())
            return {};
        const std::string& url = member(files->array().front(), "uploadUrl").text();
        EXPECT_THAT(url, testing::StartsWith("http://" + host() + "/upload/run/1/"));
        return url.substr(url.find('/', 8));
    }

    std::filesystem::path files() const { return settings().storeFile + "-files/1/files"; }
};

} // namespace runglass::test
